using ArgaliConcessions.Application.Seasons;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Seasons;

/// <summary>Registers seasons and closures.</summary>
public static class SeasonsRegistration
{
    public static IServiceCollection AddSeasons(this IServiceCollection services) =>
        services.AddSingleton<PutSeason>().AddSingleton<ReadSeason>().AddSingleton<ListSeasons>().AddSingleton<ListOpenSeasons>()
            .AddSingleton<PutClosure>().AddSingleton<ReadClosures>();
}
