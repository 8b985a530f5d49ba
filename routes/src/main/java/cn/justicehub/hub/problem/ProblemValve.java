package cn.justicehub.hub.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat itself refuses, before any filter of ours: the same document instead of a page that names the server. */
final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setHeader(RequestId.HEADER, RequestId.of(request));
            ProblemWriter.write(request.getRequest(), response.getResponse(), Problems.of(response.getStatus()));
            response.finishResponse();
        } catch (IOException gone) {
            response.setSuspended(true);
        }
    }
}
