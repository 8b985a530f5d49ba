package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.GuardInput;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;

/** A compiled CEL condition. Its faults name the expression, never a value that it met. */
record CelProgram(String expression, CelRuntime.Program program) implements Guard.Program {

    @Override
    public boolean holds(GuardInput input) throws GuardFault {
        Object result = evaluate(Map.of(
                "payload",
                new MembersValue(input.payload()),
                "state",
                input.state(),
                "flags",
                List.copyOf(input.flags()),
                "sender",
                new MembersValue(input.sender())));
        if (result instanceof Boolean holds) {
            return holds;
        }
        throw fault("NOT_A_BOOLEAN");
    }

    private Object evaluate(Map<String, Object> variables) throws GuardFault {
        try {
            return program.eval(variables);
        } catch (CelEvaluationException failed) {
            throw fault(failed.getErrorCode().name());
        }
    }

    /** The evaluator's own exception is left out on purpose: its text may quote the payload. */
    private GuardFault fault(String reason) {
        return new GuardFault("cannot evaluate: " + expression, new IllegalStateException(reason));
    }
}
