package cn.justicehub.api.loading;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.SelectableValue;
import java.util.Map;
import java.util.Optional;

/**
 * An object whose members CEL looks at one by one. Given a plain map, the evaluator walks all of it again for every
 * member that an expression names; {@link GuardMembers} lets no expression use such an object as a whole.
 */
@SuppressWarnings("Immutable") // nobody changes the members while a condition looks at them
final class MembersValue extends CelValue implements SelectableValue<String> {

    private static final CelType TYPE = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private final Map<String, Object> members;

    MembersValue(Map<String, Object> members) {
        this.members = members;
    }

    @Override
    public Object select(String name) {
        return find(name).orElseThrow(() -> CelAttributeNotFoundException.forMissingMapKey(name));
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    @Override
    public Object value() {
        return members;
    }

    @Override
    public boolean isZeroValue() {
        return members.isEmpty();
    }

    @Override
    public CelType celType() {
        return TYPE;
    }
}
