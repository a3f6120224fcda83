/** The parameter services of every ROS 2 node, from the package rcl_interfaces. */
package rcl_interfaces.srv;
