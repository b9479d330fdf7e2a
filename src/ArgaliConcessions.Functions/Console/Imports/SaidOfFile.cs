using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>What was said of a file travels as the parameters of the route that would import it, so that one reader judges both.</summary>
internal static class SaidOfFile
{
    public static string Of(IEnumerable<ImportField> fields, Form form) =>
        QueryString.Create(fields.Select(f => KeyValuePair.Create(f.Name, form.Text(f.Name))).Where(pair => pair.Value is not null)).ToUriComponent();

    public static QueryReader Reader(string said, Faults faults) => new(new QueryCollection(QueryHelpers.ParseQuery(said)), faults);
}
