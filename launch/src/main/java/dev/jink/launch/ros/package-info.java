/** The ROS side of the commands: recorded pictures as a camera on DDS. The only package here that imports ROS. */
package dev.jink.launch.ros;
