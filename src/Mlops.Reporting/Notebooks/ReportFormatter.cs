namespace Mlops.Reporting.Notebooks;

/// <summary>Writes reports in one media type; the members' names are the convention's.</summary>
/// <param name="mimeType">The media type.</param>
/// <param name="render">The renderer.</param>
internal sealed class ReportFormatter(string mimeType, Func<ReportDocument, string> render)
{
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a report; <see langword="false"/> leaves anything else to other formatters.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        var document = instance switch
        {
            ReportDocument self => self,
            IReport report => report.ToDocument(),
            _ => null,
        };
        if (document is null)
        {
            return false;
        }

        writer.Write(render(document));
        return true;
    }
}
