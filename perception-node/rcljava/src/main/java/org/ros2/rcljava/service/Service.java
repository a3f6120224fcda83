package org.ros2.rcljava.service;

import org.ros2.rcljava.interfaces.Disposable;
import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.interfaces.ServiceDefinition;

/**
 * Answers requests of one kind under one name.
 *
 * @param <T> the service's definition
 */
public interface Service<T extends ServiceDefinition> extends Disposable {
    /** Class of what is asked. */
    Class<MessageDefinition> getRequestType();

    /** Class of what is answered. */
    Class<MessageDefinition> getResponseType();

    /** Lets the callback fill in the answer, on the calling thread. */
    void executeCallback(
            RMWRequestId rmwRequestId, MessageDefinition request, MessageDefinition response);

    /** The service's full name after remapping. */
    String getServiceName();
}
