package cn.justicehub.connectors.push;

import java.net.UnknownHostException;

/** A name led to an address where the hub may not connect. */
final class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1L;
}
