/** {@code jink doctor}: is this machine fit for the deadline, and which command changes what is not? */
package dev.jink.launch.doctor;
