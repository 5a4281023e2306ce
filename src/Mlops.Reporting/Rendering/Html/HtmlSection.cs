namespace Mlops.Reporting.Rendering.Html;

/// <summary>A section that the table of contents can link to.</summary>
/// <param name="Id">Its heading's id.</param>
/// <param name="Title">Its heading's text.</param>
internal sealed record HtmlSection(string Id, string Title);
