package cn.justicehub.hub.start;

import java.util.List;

/** Something that an operator must have provided; all requirements are asked before anything starts. */
@FunctionalInterface
public interface Requirement {

    /** What is missing or wrong, each a sentence that says what to do; empty when the hub may start. */
    List<String> faults();
}
