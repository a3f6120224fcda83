/** Services of the ROS 2 package lifecycle_msgs. */
package lifecycle_msgs.srv;
