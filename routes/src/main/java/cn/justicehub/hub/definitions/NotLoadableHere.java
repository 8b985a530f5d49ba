package cn.justicehub.hub.definitions;

/** A stored definition that this release of the hub cannot load: another replica, of a later release, can. */
public final class NotLoadableHere extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public NotLoadableHere(String digest, Throwable cause) {
        super("stored definition " + digest + " does not load: " + cause.getMessage(), cause);
    }
}
