package cn.justicehub.hub.web;

import cn.justicehub.api.server.ExchangesApi;
import cn.justicehub.api.server.model.Exchange;
import cn.justicehub.api.server.model.SearchPage;
import cn.justicehub.api.server.model.Validation;
import cn.justicehub.hub.exchange.ExchangeQuestion;
import cn.justicehub.hub.intake.Answer;
import cn.justicehub.hub.intake.InFlight;
import cn.justicehub.hub.intake.Incoming;
import cn.justicehub.hub.search.SearchQuestion;
import cn.justicehub.hub.web.HubGateway.Line;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges: open, act, look, search, try. */
@RestController
class ExchangesController implements ExchangesApi {

    private final CurrentCaller callers;
    private final InFlight inFlight;
    private final Line<Incoming, Answer> accept;
    private final Line<Incoming, cn.justicehub.hub.intake.Validation> validate;
    private final Line<ExchangeQuestion, Exchange> get;
    private final Line<SearchQuestion, SearchPage> search;

    ExchangesController(CurrentCaller callers, InFlight inFlight, HubGateway gateway) {
        this.callers = callers;
        this.inFlight = inFlight;
        this.accept = gateway.to(Incoming.ACCEPT, Answer.class);
        this.validate = gateway.to(Incoming.VALIDATE, cn.justicehub.hub.intake.Validation.class);
        this.get = gateway.to(ExchangeQuestion.ROUTE, Exchange.class);
        this.search = gateway.to(SearchQuestion.ROUTE, SearchPage.class);
    }

    @Override
    public ResponseEntity<byte[]> openExchange(String type, byte[] body) {
        return accept(new Incoming(type, null, null, callers.get(), body));
    }

    @Override
    public ResponseEntity<byte[]> performAct(String type, String exchangeId, String act, byte[] body) {
        UUID exchange = UUID.fromString(exchangeId);
        return accept(new Incoming(type, act, exchange, callers.get(), body));
    }

    private ResponseEntity<byte[]> accept(Incoming incoming) {
        return Responses.receipt(inFlight.within(incoming.caller().agency(), () -> accept.ask(incoming)));
    }

    @Override
    public ResponseEntity<Exchange> getExchange(String type, String exchangeId) {
        return ResponseEntity.ok(get.ask(new ExchangeQuestion(callers.get(), type, UUID.fromString(exchangeId))));
    }

    @Override
    public ResponseEntity<SearchPage> searchExchanges(byte[] body) {
        return ResponseEntity.ok(search.ask(new SearchQuestion(callers.get(), body)));
    }

    @Override
    public ResponseEntity<Validation> validateAct(String type, String act, byte[] body, @Nullable String exchangeId) {
        UUID exchange = exchangeId == null ? null : UUID.fromString(exchangeId);
        Incoming incoming = new Incoming(type, act, exchange, callers.get(), body);
        return ResponseEntity.ok(
                Validations.view(inFlight.dryRun(incoming.caller().agency(), () -> validate.ask(incoming))));
    }
}
