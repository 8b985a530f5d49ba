package cn.justicehub.hub.web;

import cn.justicehub.hub.intake.Answer;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Bytes that are JSON already, as responses. */
final class Responses {

    private Responses() {}

    /** A receipt: 201 when the act is new, 200 with the same bytes when it comes again. */
    static ResponseEntity<byte[]> receipt(Answer answer) {
        ResponseEntity.BodyBuilder response = answer.repeat()
                ? ResponseEntity.ok()
                : ResponseEntity.created(URI.create("/v1/messages/" + answer.entry() + "/receipt"));
        return json(response, answer.receipt());
    }

    /** Bytes that are JSON already. */
    static ResponseEntity<byte[]> json(ResponseEntity.BodyBuilder response, byte[] bytes) {
        return response.contentType(MediaType.APPLICATION_JSON).body(bytes);
    }
}
