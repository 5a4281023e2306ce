using System.Text;

namespace Mlops.Reporting.Rendering.Sarif;

/// <summary>Writes the path of a file as SARIF's <c>artifactLocation.uri</c> (RFC 3986).</summary>
internal static class SarifUri
{
    /// <summary>A relative path becomes a relative reference, an absolute one a <c>file</c> URI; a URI stays as it is.</summary>
    public static string Of(string location)
    {
        var path = SafeText.OneLine(location);
        if (path.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(path, UriKind.Absolute, out var uri))
        {
            return uri.AbsoluteUri;
        }

        // Wherever the file is rendered: a path of Windows has backslashes and perhaps a drive.
        path = path.Replace('\\', '/');
        if (path is [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ':', '/', ..])
        {
            return $"file:///{path[..2]}{Escape(path[2..])}";
        }

        return path.StartsWith("//", StringComparison.Ordinal) ? $"file:{Escape(path)}"
            : path.StartsWith('/') ? $"file://{Escape(path)}"
            : Escape(path);
    }

    private static string Escape(string path)
    {
        var result = new StringBuilder(path.Length);
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] == ".")
            {
                continue;
            }

            result.Append(Uri.EscapeDataString(segments[i]));
            if (i < segments.Length - 1)
            {
                result.Append('/');
            }
        }

        return result.ToString();
    }
}
