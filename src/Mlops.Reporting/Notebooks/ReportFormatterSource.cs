using System.Diagnostics.CodeAnalysis;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.Html;

namespace Mlops.Reporting.Notebooks;

/// <summary>Shows an <see cref="IReport"/> or a <see cref="ReportDocument"/> in a notebook, as HTML and as plain text.</summary>
/// <remarks>
/// The HTML is a part of the notebook's page, not a frame: a frame needs a height that only a script could know, and exports drop
/// it. Its styles are scoped to its own class, and its ids begin with a fingerprint of its content, so that neither touches the
/// rest of the notebook.
/// </remarks>
public sealed class ReportFormatterSource
{
    private readonly ReportFormatter[] formatters =
    [
        new("text/html", HtmlRenderer.Fragment),
        new("text/plain", document => document.ToText()),
    ];

    /// <summary>The formatters: objects with a <c>MimeType</c> and a method <c>Format(object, TextWriter)</c>.</summary>
    [DynamicDependency(
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicMethods,
        typeof(ReportFormatter)
    )]
    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
