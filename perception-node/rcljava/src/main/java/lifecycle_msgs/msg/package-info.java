/** Part of the ROS 2 package lifecycle_msgs: states and transitions of a node. */
package lifecycle_msgs.msg;
