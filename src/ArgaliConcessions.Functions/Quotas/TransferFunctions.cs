using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Law;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Moves animals from one quota line to another.</summary>
public sealed class TransferFunctions(Endpoint endpoint, TransferAnimals transfer)
{
    private const int MostAnimals = 10_000;

    [Function("TransferQuota")]
    public Task Transfer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LineCalls.LineRoute + "/transfers")] HttpRequest request, string concession, string year, string line) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Creation, (call, token) => call.CheckLine(concession, year, line).ReadAsync(
            body => new TransferRequest(
                concession, year, line, body.Id("toConcession"), body.Id("toLine"), body.Int("animals", 1, MostAnimals), body.Basis("basis"),
                body.TextOrNull("aboveCeilingReason", LawWire.LongestReason)),
            async asked =>
            {
                var key = call.RequestKey($"{LineCalls.Address(concession, year, line)}/transfers");
                var answered = await transfer.RunAsync(asked, key, call.Actor(), token);
                return Answers.From(call, answered, TransferAnswer.Of, _ => LineCalls.Address(asked.ToConcession, year, asked.ToLine));
            }));
}

/// <summary>A transfer as it was done; the lines as it left them.</summary>
public sealed record TransferAnswer(
    string Year, string Taxon, int Animals, TransferredLine From, TransferredLine To, LegalBasis Basis, Instant RecordedAt)
{
    internal static TransferAnswer Of(Transfer transfer) =>
        new(transfer.Year, transfer.Taxon, transfer.Animals, transfer.From, transfer.To, transfer.Basis, transfer.RecordedAt);
}
