using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>The report as one self-contained HTML page. Where none is registered the report is there as JSON and CSV only.</summary>
public interface IReportPage
{
    /// <summary>Writes the page as it is made.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="texts">In which words.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="cancellationToken">Cancels when the reader has gone.</param>
    Task WriteAsync(ReportModel report, Texts texts, TextWriter writer, CancellationToken cancellationToken);
}
