package cn.justicehub.connectors.push;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Resolves a host name or an address literal. */
@FunctionalInterface
interface NameService {

    NameService SYSTEM = InetAddress::getAllByName;

    InetAddress[] resolve(String host) throws UnknownHostException;
}
