package cn.justicehub.api.definition;

import java.util.List;

/**
 * What makes two opening messages the same matter, and what to do when one comes again while the first is open.
 *
 * @param of pointers into the opening payload whose values form the business key, in this order
 * @param same what happens to the same content under another messageId
 * @param changed what happens to other content
 */
public record Identity(List<String> of, Again same, Again changed) {

    /** What an opening message meets when its business key is already open. */
    public enum Again {
        /** Refused with E-DUP, naming the open exchange. */
        REFUSE,
        /** Recorded in the open exchange; nobody is told again. */
        JOIN,
        /** Recorded in the open exchange as what is said from now on, and sent to whoever got the first. */
        AMEND
    }

    public Identity {
        of = List.copyOf(of);
    }
}
