using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;

namespace ArgaliConcessions.Functions.Http;

/// <summary>A call in the words of the use cases.</summary>
public static class CallWords
{
    /// <summary>Who acts, as the audit names it.</summary>
    public static Actor Actor(this Call call) => new(call.Caller.Subject, Json.Camel(call.Caller.Role.ToString()), call.RequestId, call.Caller.Name);

    /// <summary>Under which condition a change may happen.</summary>
    public static Precondition Precondition(this Call call) => new(call.Conditions.IfMatch, call.Conditions.MustBeNew);

    /// <summary><c>on</c> and <c>knownAt</c>, which every question takes.</summary>
    public static LawQuery Law(this QueryReader query) => new(query.On, query.KnownAt);
}
