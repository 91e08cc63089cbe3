package io.rollcall.call;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The system's resolver, or a test's. May block: it is asked away from the task's thread. */
public interface NameService {

    InetAddress[] lookup(String host) throws UnknownHostException;
}
