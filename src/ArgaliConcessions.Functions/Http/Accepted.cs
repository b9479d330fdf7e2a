using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ArgaliConcessions.Functions.Http;

/// <summary>Chooses one of several forms of an answer by the Accept header (RFC 9110, 12.5.1).</summary>
internal static class Accepted
{
    /// <summary>The form of greatest weight that we have; null when the header names only what we do not have.</summary>
    /// <param name="known">Media types, wildcards too, and the form that each asks for.</param>
    /// <param name="otherwise">Where there is no header, or none that can be read.</param>
    public static T? Of<T>(HttpRequest request, IReadOnlyList<(string MediaType, T Form)> known, T otherwise) where T : struct, Enum
    {
        if (request.Headers.Accept.Count == 0) return otherwise;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return otherwise;
        return accepted.Where(type => type.Quality != 0).OrderByDescending(type => type.Quality ?? 1).Select(type => Find(type, known)).FirstOrDefault(form => form is not null);
    }

    private static T? Find<T>(MediaTypeHeaderValue type, IReadOnlyList<(string MediaType, T Form)> known) where T : struct, Enum
    {
        foreach (var (mediaType, form) in known)
        {
            if (type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) return form;
        }
        return null;
    }
}
