using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>How far long work has come. The page is asked for again by itself, without script, and by hand.</summary>
internal static class Progress
{
    /// <summary>Seconds until the page is asked for again.</summary>
    private const string Pause = "4";

    /// <param name="job">Null while it is not known how far.</param>
    public static Markup Render(Visit visit, JobRecord? job)
    {
        // The header that a meta element would stand for: it needs no place in the page's head.
        visit.Call.Request.HttpContext.Response.Headers["Refresh"] = Pause;
        var (done, total) = (job?.Progress.Done ?? 0, job?.Progress.Total);
        return Markup.Of(
            $"""
            <p role="status">{(total is null ? visit.Say("job.waiting") : visit.Say("job.progress", ("done", done), ("total", total)))}</p>
            {Markup.When(total > 0, () => Markup.Of($"<progress aria-label=\"{visit.Say("job.label")}\" max=\"{total.ToString()}\" value=\"{done.ToString(System.Globalization.CultureInfo.InvariantCulture)}\"></progress>"))}
            <p class="hint">{visit.Say("job.again")}</p>
            <p><a class="button second" href="{visit.Call.Request.PathBase + visit.Call.Request.Path + visit.Call.Request.QueryString}">{visit.Say("job.now")}</a></p>
            """);
    }
}
