package cn.justicehub.hub.web;

import cn.justicehub.hub.security.Caller;

/** Who makes the present request. */
@FunctionalInterface
interface CurrentCaller {

    /**
     * The caller.
     *
     * @throws RuntimeException that becomes 401 when nobody is authenticated
     */
    Caller get();
}
