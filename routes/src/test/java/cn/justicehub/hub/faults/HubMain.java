package cn.justicehub.hub.faults;

import cn.justicehub.hub.HubApplication;

/** A hub as a process of its own, to be killed. */
final class HubMain {

    private HubMain() {}

    public static void main(String[] arguments) {
        HubApplication.application().run(arguments);
    }
}
