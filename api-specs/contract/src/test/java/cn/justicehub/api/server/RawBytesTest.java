package cn.justicehub.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.justicehub.api.server.model.Exchange;
import cn.justicehub.api.server.model.SearchPage;
import cn.justicehub.api.server.model.Validation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestController;

/** The generated interfaces hand the body over and give the receipt back byte for byte. */
class RawBytesTest {

    /** Invalid UTF-8, a duplicate key and odd spacing: nothing that a JSON parser would keep. */
    private static final byte[] BODY = {'{', ' ', '"', 'a', '"', ':', '1', ',', '"', 'a', '"', ':', (byte) 0xff, '}'};

    private static final String ID = "0b0c7f0e-6f52-4f0a-9a44-0d6c4f1f5b11";

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Echo()).build();

    @Test
    void bodyAndReceiptAreBytes() throws Exception {
        byte[] answer = mvc.perform(post("/v1/exchanges/leave-note")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BODY))
                .andExpect(status().isCreated())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(answer).isEqualTo(BODY);
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        mvc.perform(post("/v1/exchanges/leave-note")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(BODY))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void idsThatDoNotFitAreRefused() throws Exception {
        mvc.perform(get("/v1/exchanges/leave-note/" + ID)).andExpect(status().isOk());
        mvc.perform(get("/v1/exchanges/leave-note/not-an-id")).andExpect(status().isBadRequest());
        mvc.perform(get("/v1/exchanges/LEAVE/" + ID)).andExpect(status().isBadRequest());
    }

    @Test
    void absentMembersAreLeftOutOfAnswers() throws Exception {
        String answer = mvc.perform(get("/v1/exchanges/leave-note/" + ID))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).contains("\"ended\":false").doesNotContain("null");
    }

    @RestController
    private static final class Echo implements ExchangesApi {

        @Override
        public ResponseEntity<byte[]> openExchange(String type, byte[] body) {
            return ResponseEntity.status(201).body(body);
        }

        @Override
        public ResponseEntity<byte[]> performAct(String type, String exchangeId, String act, byte[] body) {
            return ResponseEntity.status(201).body(body);
        }

        @Override
        public ResponseEntity<Exchange> getExchange(String type, String exchangeId) {
            return ResponseEntity.ok(new Exchange().ended(false));
        }

        @Override
        public ResponseEntity<SearchPage> searchExchanges(byte[] body) {
            return ResponseEntity.ok(new SearchPage());
        }

        @Override
        public ResponseEntity<Validation> validateAct(
                String type, String act, byte[] body, @org.jspecify.annotations.Nullable String exchangeId) {
            return ResponseEntity.ok(new Validation());
        }
    }
}
