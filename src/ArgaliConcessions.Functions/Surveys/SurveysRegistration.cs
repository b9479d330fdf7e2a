using ArgaliConcessions.Application.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Surveys;

/// <summary>Registers the surveys.</summary>
public static class SurveysRegistration
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services.AddSingleton<PutSurvey>().AddSingleton<ReadSurveys>();
}
