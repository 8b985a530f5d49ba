package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.security.Caller;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deny by default: lets an act pass whose type, exchange and sender allow it. Each refusal is logged. */
@Component
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Catalogue catalogue;
    private final Exchanges exchanges;

    Gate(Catalogue catalogue, Exchanges exchanges) {
        this.catalogue = catalogue;
        this.exchanges = exchanges;
    }

    /**
     * Admits an act.
     *
     * @throws Refusal 403 E-AUTH, or 404 E-NOTFOUND when the caller may not even know whether it exists
     */
    Admitted admit(Read read) {
        Incoming incoming = read.incoming();
        Agency sender = sender(incoming);
        UUID exchangeId = incoming.exchangeId();
        return exchangeId == null ? opening(read, sender) : later(read, sender, exchangeId);
    }

    private Agency sender(Incoming incoming) {
        Caller caller = incoming.caller();
        if (!caller.may(Caller.WRITE)) {
            throw denied(incoming.caller(), "an act", "scope");
        }
        return catalogue
                .agencies()
                .byCode(caller.agency())
                .orElseThrow(() -> denied(incoming.caller(), "an act", "agency not active"));
    }

    private Admitted opening(Read read, Agency sender) {
        Incoming incoming = read.incoming();
        ExchangeType type = catalogue.active(incoming.type());
        if (type == null) {
            throw unknownType();
        }
        Act act = type.opening();
        if (incoming.act() != null && !incoming.act().equals(act.name())) {
            throw Refusal.of(422, "E-SCHEMA", "", "办理后续动作须指明交换事项", "a later act names its exchange");
        }
        boolean may = act.by().stream()
                .map(type.parties()::get)
                .anyMatch(party -> party.roles().stream().anyMatch(sender::has));
        if (!may) {
            throw denied(incoming.caller(), type.name(), "role may not open");
        }
        return new Admitted(read, sender, type, act, null, List.of());
    }

    private Admitted later(Read read, Agency sender, UUID exchangeId) {
        Incoming incoming = read.incoming();
        ExchangeState exchange = exchanges.find(exchangeId);
        if (exchange == null || !exchange.type().equals(incoming.type()) || !exchange.isParty(sender.code())) {
            LOG.info("refused an act by {}: not a party, or no such exchange", sender.code());
            throw Refusal.notFound();
        }
        ExchangeType type = catalogue.pinned(exchange.definitionDigest());
        Act act = incoming.act() == null ? null : type.act(incoming.act());
        if (act == null || act.opens() || act.by().contains(Act.HUB)) {
            throw Refusal.of(404, "E-NOTFOUND", "", "该交换事项没有此办理动作", "this exchange type has no such act");
        }
        boolean may = act.by().stream()
                .anyMatch(party -> sender.code().equals(exchange.parties().get(party)));
        if (!may) {
            throw denied(incoming.caller(), type.name() + " " + act.name(), "party may not do this act");
        }
        return new Admitted(read, sender, type, act, exchange, exchanges.clocks(exchangeId));
    }

    private static Refusal unknownType() {
        return Refusal.of(404, "E-NOTFOUND", "", "没有此类交换事项", "there is no such exchange type");
    }

    /** @param what names of the definition, never of the request's address, which may hold anything */
    private static Refusal denied(Caller caller, String what, String why) {
        LOG.info("refused {} by {}: {}", what, caller.agency(), why);
        return Refusal.of(403, "E-AUTH", "", "本机构无权办理该动作", "the agency may not do this");
    }
}
