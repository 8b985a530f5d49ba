package cn.justicehub.hub.exchange;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.server.model.Actor;
import cn.justicehub.api.server.model.Attachment;
import cn.justicehub.api.server.model.Message;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.RecordDraft.Kind;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.read.ActLabels;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.time.WireTime;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages of an exchange. Whoever sent or got one reads it whole; a party sees the hub's own acts without payload;
 * of what went to others alone it does not even learn that it exists. An auditor sees all, without payloads.
 */
final class MessageViews {

    private static final Set<String> SHOWN = Set.of(Kind.MESSAGE.code(), Kind.HUB_ACT.code());

    private MessageViews() {}

    static List<Message> of(ExchangeType type, ExchangeState exchange, Caller caller, MessageStore messages) {
        List<MessageStore.Stored> listed = messages.ofExchange(exchange.exchangeId()).stream()
                .filter(message -> SHOWN.contains(message.kind()))
                .filter(message -> lists(caller, message))
                .toList();
        List<EntryId> readable = listed.stream()
                .filter(message -> reads(caller, message))
                .map(MessageStore.Stored::entry)
                .toList();
        Map<EntryId, JsonObject> bodies = messages.bodies(exchange.exchangeId(), readable);
        return listed.stream()
                .map(message -> view(type, message, bodies.get(message.entry())))
                .toList();
    }

    private static boolean lists(Caller caller, MessageStore.Stored message) {
        return caller.may(Caller.AUDIT) || message.kind().equals(Kind.HUB_ACT.code()) || reads(caller, message);
    }

    private static boolean reads(Caller caller, MessageStore.Stored message) {
        return caller.may(Caller.READ) && message.visibleTo(caller.agency());
    }

    private static Message view(ExchangeType type, MessageStore.Stored message, @Nullable JsonObject body) {
        Message view = new Message(
                message.entry().toString(),
                Message.KindEnum.fromValue(message.kind()),
                message.act(),
                ActLabels.zh(type, message.act()),
                message.sender(),
                WireTime.of(message.acceptedAt()),
                message.messageId(),
                message.warnings(),
                List.of());
        return body == null ? view : opened(view, body);
    }

    private static Message opened(Message view, JsonObject body) {
        if (body.get("payload") instanceof JsonObject payload) {
            view.payload(payload.toJava());
        }
        if (body.get("actor") instanceof JsonObject actor) {
            view.actor(new Actor(actor.string("id"), actor.string("role")));
        }
        if (body.get("attachments") instanceof JsonArray attachments) {
            view.attachments(
                    attachments.items().stream().map(MessageViews::attachment).toList());
        }
        return view;
    }

    private static Attachment attachment(Json item) {
        JsonObject paper = item instanceof JsonObject object ? object : JsonObject.of();
        return new Attachment(
                paper.string("docType"), paper.string("name"), paper.string("number"), Attachment.LocationEnum.PAPER);
    }
}
