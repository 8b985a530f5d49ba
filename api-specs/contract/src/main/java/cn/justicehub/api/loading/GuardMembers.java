package cn.justicehub.api.loading;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks a checked expression against the schemas of what it looks at, since JSON is {@code dyn} to CEL: an unknown member,
 * an optional member read without {@code has()} before it, and a comparison with a value that cannot occur are faults.
 */
final class GuardMembers {

    private static final JsonNode SENDER = JsonMapper.shared().readTree("""
            {"type": "object", "required": ["code", "roles", "level"], "properties": {
              "code": {"type": "string"},
              "roles": {"type": "array", "items": {"type": "string"}},
              "level": {"type": "string", "enum": ["", "PROVINCE", "CITY", "DISTRICT"]}}}""");

    /** Stands for an operand that has no name, such as an item of a list; nothing is ever known of its members. */
    private static final String SOMEWHERE = "…";

    /** Variables that are given to the evaluator member by member: see {@link MembersValue}. */
    private static final Set<String> WHOLE = Set.of("payload", "sender");

    private final Consumer<String> faults;
    private final Map<String, SchemaView> variables = new HashMap<>();

    GuardMembers(SchemaView payload, Consumer<String> faults) {
        this.faults = faults;
        variables.put("payload", payload);
        variables.put("sender", SchemaView.of(SENDER, SENDER));
    }

    /**
     * @param present pointers into the payload of members that are known to be there
     */
    void check(CelExpr expression, Set<String> present) {
        checkCondition(expression);
        visit(
                expression,
                present.stream().map(p -> "payload" + p.replace('/', '.')).collect(Collectors.toSet()));
    }

    private void visit(CelExpr expression, Set<String> present) {
        switch (expression.getKind()) {
            case IDENT -> visitName(expression.ident().name());
            case SELECT -> visitSelect(expression.select(), present);
            case CALL -> visitCall(expression.call(), present);
            case LIST -> expression.list().elements().forEach(element -> visit(element, present));
            case COMPREHENSION -> visitComprehension(expression.comprehension(), present);
            case MAP -> expression.map().entries().forEach(entry -> visit(entry.value(), present));
            default -> {}
        }
    }

    private void visitName(String name) {
        if (WHOLE.contains(name)) {
            faults.accept("'" + name + "' is not used as a whole: read its members");
        }
    }

    private void visitSelect(CelSelect select, Set<String> present) {
        visitOperand(select.operand(), present);
        Optional<SchemaView> operand = view(select.operand());
        String path = path(select.operand()) + "." + select.field();
        if (operand.isEmpty()) {
            faults.accept("'" + path + "' cannot be followed into the schema");
        } else if (operand.get().member(select.field()).isEmpty()) {
            faults.accept("the schema has no member '" + path + "'");
        } else if (!select.testOnly() && !operand.get().requires(select.field()) && !present.contains(path)) {
            faults.accept("'" + path + "' is optional: say has(" + path + ") before it is read");
        }
    }

    private void visitCall(CelCall call, Set<String> present) {
        List<CelExpr> args = call.args();
        switch (call.function()) {
            case "_&&_" -> {
                args.forEach(this::checkCondition);
                visitInOrder(args.get(0), args.get(1), present, true);
            }
            case "_||_" -> {
                args.forEach(this::checkCondition);
                visitInOrder(args.get(0), args.get(1), present, false);
            }
            case "_?_:_" -> {
                checkCondition(args.get(0));
                visitInOrder(args.get(0), args.get(1), present, true);
                visit(args.get(2), union(present, known(args.get(0), false)));
            }
            case "@in" -> {
                visit(args.get(0), present);
                visitOperand(args.get(1), present);
                checkOperands(call);
            }
            case "_[_]" -> {
                visitOperand(args.get(0), present);
                visit(args.get(1), present);
                checkOperands(call);
            }
            default -> {
                call.target().ifPresent(target -> visit(target, present));
                args.forEach(arg -> visit(arg, present));
                checkOperands(call);
            }
        }
    }

    /** What a member is read of, or something is looked for in. */
    private void visitOperand(CelExpr operand, Set<String> present) {
        if (operand.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            visit(operand, present);
        }
    }

    private void visitInOrder(CelExpr first, CelExpr second, Set<String> present, boolean outcome) {
        visit(first, present);
        visit(second, union(present, known(first, outcome)));
    }

    private void visitComprehension(CelComprehension comprehension, Set<String> present) {
        visit(comprehension.iterRange(), present);
        view(comprehension.iterRange())
                .flatMap(SchemaView::items)
                .ifPresent(items -> variables.put(comprehension.iterVar(), items));
        visit(comprehension.loopStep(), present);
        visit(comprehension.result(), present);
        variables.remove(comprehension.iterVar());
    }

    /** Paths that {@code has()} has shown to be there when the expression has this outcome. */
    private static Set<String> known(CelExpr expression, boolean outcome) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                && expression.select().testOnly()) {
            CelSelect select = expression.select();
            String path = path(select.operand()) + "." + select.field();
            return outcome && !path.contains(SOMEWHERE) ? Set.of(path) : Set.of();
        }
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return Set.of();
        }
        List<CelExpr> args = expression.call().args();
        return switch (expression.call().function()) {
            case "!_" -> known(args.get(0), !outcome);
            case "_&&_" -> outcome ? union(known(args.get(0), true), known(args.get(1), true)) : Set.of();
            case "_||_" -> outcome ? Set.of() : union(known(args.get(0), false), known(args.get(1), false));
            default -> Set.of();
        };
    }

    private void checkOperands(CelCall call) {
        List<CelExpr> args = call.args();
        switch (call.function()) {
            case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" -> {
                checkValue(args.get(0), args.get(1));
                checkValue(args.get(1), args.get(0));
            }
            case "@in" -> checkMembership(args.get(0), args.get(1));
            case "_[_]" -> checkIndex(args.get(0));
            case "!_" -> checkCondition(args.get(0));
            default -> {}
        }
    }

    private void checkMembership(CelExpr value, CelExpr range) {
        if (range.getKind() == CelExpr.ExprKind.Kind.LIST) {
            range.list().elements().forEach(element -> checkValue(value, element));
            return;
        }
        view(range).ifPresent(schema -> {
            if (!schema.type().equals("array")) {
                faults.accept("'" + path(range) + "' is no list: ask for a member with has()");
            }
            schema.items().ifPresent(items -> checkValue(range, items, value));
        });
    }

    private void checkIndex(CelExpr operand) {
        view(operand)
                .filter(schema -> !schema.type().equals("array"))
                .ifPresent(schema -> faults.accept("'" + path(operand) + "' is no list: read a member with a dot"));
    }

    /** JSON is {@code dyn} to CEL, so that it lets any member pass as a truth value. */
    private void checkCondition(CelExpr expression) {
        boolean tested = expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                && expression.select().testOnly();
        view(expression)
                .filter(schema -> !tested && !schema.type().equals("boolean"))
                .ifPresent(schema -> faults.accept("'" + path(expression) + "' is no truth value"));
    }

    private void checkValue(CelExpr member, CelExpr value) {
        view(member).ifPresent(schema -> checkValue(member, schema, value));
    }

    private void checkValue(CelExpr member, SchemaView schema, CelExpr value) {
        if (value.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return;
        }
        CelConstant constant = value.constant();
        boolean text = constant.getKind() == CelConstant.Kind.STRING_VALUE;
        if (!schema.type().equals(typeOf(constant))) {
            faults.accept(
                    "'" + path(member) + "' is of type " + schema.type() + " and never compares with this constant");
        } else if (text && !schema.codes().isEmpty() && !schema.codes().contains(constant.stringValue())) {
            faults.accept("'" + constant.stringValue() + "' is no code of '" + path(member) + "'");
        }
    }

    private static String typeOf(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> "string";
            case INT64_VALUE -> "integer";
            case BOOLEAN_VALUE -> "boolean";
            default -> "none";
        };
    }

    private Optional<SchemaView> view(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> Optional.ofNullable(variables.get(expression.ident().name()));
            case SELECT ->
                view(expression.select().operand())
                        .flatMap(o -> o.member(expression.select().field()));
            case CALL ->
                expression.call().function().equals("_[_]")
                        ? view(expression.call().args().get(0)).flatMap(SchemaView::items)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String path(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> expression.ident().name();
            case SELECT ->
                path(expression.select().operand()) + "." + expression.select().field();
            default -> SOMEWHERE;
        };
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
