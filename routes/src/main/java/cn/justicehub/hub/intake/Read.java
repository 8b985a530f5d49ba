package cn.justicehub.hub.intake;

import cn.justicehub.api.violation.Violation;
import java.util.List;

/** An act whose body could be read; what is wrong with its envelope is told later, with everything else. */
record Read(Incoming incoming, Envelope envelope, List<Violation> violations) {}
