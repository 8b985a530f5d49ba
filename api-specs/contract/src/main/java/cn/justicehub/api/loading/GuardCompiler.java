package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import cn.justicehub.api.loading.TypeDraft.ClockDraft;
import cn.justicehub.api.loading.TypeDraft.GuardDraft;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles CEL conditions over {@code payload}, {@code state}, {@code flags} and {@code sender}. */
final class GuardCompiler {

    private static final int MOST_ITERATIONS = 10_000;

    private final Cel cel = CelFactory.plannerCelBuilder()
            .setOptions(CelOptions.current()
                    .comprehensionMaxIterations(MOST_ITERATIONS)
                    .enableHeterogeneousNumericComparisons(true)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("payload", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("state", SimpleType.STRING)
            .addVar("flags", ListType.create(SimpleType.STRING))
            .addVar("sender", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .setResultType(SimpleType.BOOL)
            .build();

    /** Compiles every condition of a type; what has faults is left out. */
    Programs compileAll(TypeDraft draft, SchemaSet schemas) {
        Map<String, Guard.Program> programs = new HashMap<>();
        for (ActDraft act : draft.acts().values()) {
            SchemaView payload = schemas.view(act.name()).orElse(null);
            for (GuardDraft guard : act.when()) {
                put(programs, guard.at(), compile(guard.expression(), guard.at(), "holds", payload, Set.of()));
            }
        }
        draft.clocks().values().forEach(clock -> compileUnless(clock, schemas, programs));
        return new Programs(programs);
    }

    /** A clock exists only when the member it counts from does, so its condition may take that for granted. */
    private void compileUnless(ClockDraft clock, SchemaSet schemas, Map<String, Guard.Program> programs) {
        if (clock.unless() == null) {
            return;
        }
        String act = ClockChecks.startingAct(clock.start());
        if (act.isEmpty()) {
            clock.at().fault("unless", "only a clock that an act starts can have 'unless'");
            return;
        }
        SchemaView payload = schemas.view(act).orElse(null);
        Set<String> present = prefixes(ClockChecks.pointer(clock.start()));
        put(programs, clock.at(), compile(clock.unless(), clock.at(), "unless", payload, present));
    }

    private static void put(Map<String, Guard.Program> programs, Section at, Guard.@Nullable Program program) {
        if (program != null) {
            programs.put(at.pointer(), program);
        }
    }

    private static Set<String> prefixes(String pointer) {
        Set<String> prefixes = new HashSet<>();
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            prefixes.add(pointer.substring(0, end));
        }
        return prefixes;
    }

    /**
     * The compiled condition; null after its faults.
     *
     * @param at where the expression is written, as the member {@code name}
     * @param payload schema of the payload it looks at, or null when that has faults of its own
     * @param present pointers of members that are known to be there
     */
    Guard.@Nullable Program compile(
            String expression, Section at, String name, @Nullable SchemaView payload, Set<String> present) {
        CelValidationResult result = cel.compile(expression);
        result.getErrors().forEach(issue -> at.fault(name, "does not type-check: " + describe(issue)));
        if (result.hasError()) {
            return null;
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            if (payload != null) {
                new GuardMembers(payload, fault -> at.fault(name, fault)).check(tree.getExpr(), present);
            }
            return new CelProgram(expression, cel.createProgram(tree));
        } catch (CelValidationException | CelEvaluationException broken) {
            at.fault(name, "cannot be compiled: " + broken.getMessage());
            return null;
        }
    }

    private static String describe(CelIssue issue) {
        return issue.getMessage() + " (column " + (issue.getSourceLocation().getColumn() + 1) + ")";
    }
}
