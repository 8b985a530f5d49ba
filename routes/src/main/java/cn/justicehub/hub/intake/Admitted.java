package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act that its sender may do.
 *
 * @param read the act as read
 * @param sender the sending agency
 * @param type the definition its exchange keeps
 * @param act the act in it
 * @param exchange the exchange as it stands before the lock, or null when the act opens one
 * @param clocks its clocks
 */
record Admitted(
        Read read,
        Agency sender,
        ExchangeType type,
        Act act,
        @Nullable ExchangeState exchange,
        List<ClockState> clocks) {}
