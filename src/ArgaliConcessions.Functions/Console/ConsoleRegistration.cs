using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Console.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Console;

internal static class ConsoleRegistration
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddSingleton<FormTokens>().AddSingleton<ConsoleDesk>()
        .AddSingleton<DrawGround>().AddSingleton<ReadCalendar>().AddSingleton<ReadYearQuotas>();
}
