namespace Mlops.Reporting;

/// <summary>A result that can show itself to people.</summary>
public interface IReport
{
    /// <summary>Turns the result into a document; <see cref="Rendering.ReportRenderer"/> makes HTML, Markdown or text of it.</summary>
    ReportDocument ToDocument();
}
