package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Guard;
import java.util.Map;

/** Compiled conditions of a type by where they are written: the pointer of the guard or clock. */
record Programs(Map<String, Guard.Program> byPointer) {

    Programs {
        byPointer = Map.copyOf(byPointer);
    }

    Guard.Program at(Section place) {
        Guard.Program program = byPointer.get(place.pointer());
        if (program == null) {
            throw new IllegalStateException("not compiled: " + place.pointer());
        }
        return program;
    }
}
