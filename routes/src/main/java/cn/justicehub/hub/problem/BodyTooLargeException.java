package cn.justicehub.hub.problem;

import java.io.IOException;

/** A request body went on after its limit. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("the request body is too large");
    }
}
