package cn.justicehub.client;

import java.io.IOException;

/** Where the bearer token of each request comes from; safe for use by many threads. */
public interface Tokens {

    /**
     * A token that is good now.
     *
     * @throws HubProblem when the authorization server refuses
     */
    String token() throws HubProblem, IOException, InterruptedException;

    /** Called when the hub did not take a token, which may have been revoked before its time. */
    void refused(String token);
}
