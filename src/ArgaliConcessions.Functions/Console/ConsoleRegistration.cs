using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Imports.Held;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Console.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Console;

internal static class ConsoleRegistration
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddSingleton<FormTokens>().AddSingleton<ConsoleDesk>()
        .AddSingleton<DrawGround>().AddSingleton<ReadCalendar>().AddSingleton<ReadYearQuotas>()
        .AddSingleton<ReadIssueOffers>().AddSingleton<FindingQueue>()
        .AddSingleton<HoldFile>().AddSingleton<FindHeldFile>().AddSingleton<INoteSettler, SettleHeldFiles>().AddSingleton<ImportTable>();
}
