using System.Text;

namespace Mlops.Reporting.Rendering.Text;

/// <summary>Collects lines of at most a width, with single blank lines between paragraphs.</summary>
internal sealed class TextLines
{
    // Folded blocks are indented only as long as a readable line is left.
    private const int NarrowestInside = 32;

    private readonly StringBuilder output;
    private readonly string indent;

    public TextLines(int width)
        : this(width, "", new StringBuilder()) { }

    private TextLines(int width, string indent, StringBuilder output)
    {
        Width = width;
        this.indent = indent;
        this.output = output;
    }

    /// <summary>The cells there are for a line.</summary>
    public int Width { get; }

    /// <summary>The same lines, indented.</summary>
    public TextLines Inside() => Width - 2 < NarrowestInside ? this : new TextLines(Width - 2, indent + "  ", output);

    /// <summary>Adds a line that is known to fit.</summary>
    public void Add(string line)
    {
        var trimmed = line.TrimEnd(' ');
        if (trimmed.Length > 0)
        {
            output.Append(indent).Append(trimmed);
        }

        output.Append('\n');
    }

    /// <summary>Adds an empty line, unless there is one.</summary>
    public void Blank()
    {
        if (output.Length > 1 && (output[^1] != '\n' || output[^2] != '\n'))
        {
            output.Append('\n');
        }
    }

    /// <summary>Adds text in as many lines as it takes; the first begins with a lead, the others with room for it.</summary>
    public void Wrap(string? text, string lead = "")
    {
        var room = CellText.Width(lead);
        var prefix = lead;
        foreach (var line in Break(SafeText.OneLine(text), Width - room))
        {
            Add(prefix + line);
            prefix = new string(' ', room);
        }
    }

    public override string ToString() => output.ToString().TrimEnd('\n') + "\n";

    private static IEnumerable<string> Break(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && CellText.Width(line) + 1 + CellText.Width(word) > width)
            {
                yield return line;
                line = "";
            }

            var rest = word;
            while (CellText.Width(rest) > width)
            {
                var head = CellText.Head(rest, width);
                yield return head;
                rest = rest[head.Length..];
            }

            line = line.Length == 0 ? rest : $"{line} {rest}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
