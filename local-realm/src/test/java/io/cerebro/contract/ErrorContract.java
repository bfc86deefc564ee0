package io.cerebro.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.HttpMarathon;
import io.cerebro.marathon.MarathonException;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** 23 to 27: refusals, and Marathon's words in the client's. */
interface ErrorContract extends Contract {
    @Test
    default void behaviour23TypesAndRangesAreRefusedByPathAndMeaningInWords() {
        AppId id = ground().id("wrong");

        assertThat(sent(id, "{\"cmd\":\"sleep 1\",\"cpus\":0.1,\"mem\":-5,\"instances\":-2}"))
                .isEqualTo(
                        "422 {\"message\":\"Invalid JSON\",\"details\":[{\"path\":\"/instances\",\"errors\":[\"error.min\"]},"
                                + "{\"path\":\"/mem\",\"errors\":[\"error.min\"]}]}");
        assertThat(sent(id, "{\"cmd\":\"sleep 1\",\"cpus\":\"0.1\",\"mem\":32}"))
                .isEqualTo("422 {\"message\":\"Invalid JSON\",\"details\":[{\"path\":\"/cpus\","
                        + "\"errors\":[\"error.expected.jsnumber\"]}]}");
        assertThat(sent(id, "{\"cpus\":0.1}")).startsWith("422 {\"message\":\"Object is not valid\"");
        assertThatThrownBy(() -> ground().marathon.put(Ground.with(Ground.sleeper(id, 1), "{\"instances\":-1}")))
                .isInstanceOf(MarathonException.class)
                .hasMessageEndingWith("Marathon refused it (422): Invalid JSON: /instances error.min");
    }

    private String sent(AppId id, String body) {
        Answer answer = ground().remote.ask(Ask.put("/v2/apps" + id, body));
        return answer.status() + " " + answer.body();
    }

    @Test
    default void behaviour24ASyntaxErrorIsTold() {
        AppId id = ground().id("broken");

        assertThat(sent(id, "{\"cmd\": \"x\","))
                .isEqualTo("400 {\"message\":\"Invalid JSON\","
                        + "\"details\":\"Unexpected end-of-input within/between Object entries\"}");
        assertThat(ground().remote.ask(Ask.put("/v2/apps" + id, "")).body())
                .contains("Please specify data in JSON format");
    }

    @Test
    default void behaviour25WhatIsNotThereAndWhatIsNotJson() throws IOException {
        AppId id = ground().id("nowhere");

        assertThat(ground().remote.ask(Ask.get("/v2/apps" + id)).body())
                .isEqualTo("{\"message\":\"App '" + id + "' does not exist\",\"details\":[]}");
        assertThat(ground().remote.ask(Ask.delete("/v2/apps" + id)).body())
                .isEqualTo("{\"message\":\"App '" + id + "' does not exist\"}");
        Answer unknown = ground().remote.ask(Ask.get("/v2/nosuch"));
        assertThat(unknown.status()).isEqualTo(500);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"URI not found\"}");
        RequestBody plain = RequestBody.create(Ground.sleeper(id, 1).toString(), MediaType.get("text/plain"));
        assertThat(ground().status(ground().request("/v2/apps" + id).put(plain)))
                .isEqualTo(415);
        assertThat(ground().status(ground().request("/v2/apps").header("Accept", "text/plain")))
                .isEqualTo(406);
    }

    @Test
    default void behaviour26ACommandOfOneLetterIsRefused() {
        assertThat(sent(ground().id("short"), "{\"cmd\":\"x\",\"cpus\":0.1,\"mem\":32}"))
                .startsWith(
                        "422 {\"message\":\"Object is not valid\",\"details\":[{\"path\":\"/\",\"errors\":[\"must ");
    }

    @Test
    default void behaviour27AWrongPasswordIsSaid() {
        assumeTrue(subject().user().isPresent(), "this Marathon lets everybody in");
        HttpMarathon stranger = new HttpMarathon(subject()
                .remote(Credentials.basic(
                        subject().user().orElseThrow(), "wrong" + subject().password())));
        HttpMarathon nobody = new HttpMarathon(subject().remote(Credentials.none()));

        assertThatThrownBy(stranger::info)
                .isInstanceOf(MarathonException.class)
                .hasMessage("Marathon at " + root()
                        + " refused the user name and password (401); check the realm's credentials");
        assertThatThrownBy(nobody::info)
                .isInstanceOf(MarathonException.class)
                .hasMessage("Marathon at " + root() + " asks who is there (401); give the realm credentials");
        Answer answer = subject().remote(Credentials.none()).ask(Ask.get("/ping"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    private String root() {
        return Remote.show(ground().remote.url(0, Ask.get("/"))).replaceFirst("/*$", "");
    }
}
