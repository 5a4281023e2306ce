using System.Globalization;
using System.Text;
using System.Xml;
using Mlops.Reporting.Checks;

namespace Mlops.Reporting.Rendering.JUnit;

/// <summary>Writes the JUnit XML that Ant began and every build server reads; there is no standard but what they have in common.</summary>
internal static class JUnitRenderer
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    public static byte[] Render(CheckSuite suite, JUnitOptions options)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            WriteAll(xml, suite, options);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteAll(XmlWriter xml, CheckSuite suite, JUnitOptions options)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", suite.Name);
        Totals(xml, suite.Checks, options);
        var groups = suite.Checks.GroupBy(check => check.Group, StringComparer.Ordinal).ToList();
        foreach (var group in groups)
        {
            WriteSuite(xml, suite, group.Key, [.. group], options);
        }

        if (groups.Count == 0)
        {
            // The run's verdict and digests have no other place, and some servers refuse a file without a suite.
            WriteSuite(xml, suite, "", [], options);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(
        XmlWriter xml,
        CheckSuite suite,
        string group,
        IReadOnlyList<CheckResult> checks,
        JUnitOptions options
    )
    {
        var name = group.Length == 0 ? suite.Name : $"{suite.Name}.{group}";
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", name);
        Totals(xml, checks, options);
        xml.WriteStartElement("properties");
        Property(xml, "verdict", VerdictLabel.Word(suite.Verdict));
        foreach (var property in suite.Properties)
        {
            Property(xml, property.Name, property.Value);
        }

        xml.WriteEndElement();
        foreach (var check in checks)
        {
            WriteCase(xml, name, check, check.Location ?? suite.Location, options);
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(
        XmlWriter xml,
        string className,
        CheckResult check,
        string? location,
        JUnitOptions options
    )
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", check.Name);
        Attribute(xml, "classname", className);
        if (location is not null)
        {
            Attribute(xml, "file", location);
        }

        Attribute(xml, "time", "0");
        switch (Outcome(check.Verdict, options))
        {
            case Verdict.Fail:
                xml.WriteStartElement("failure");
                Attribute(xml, "message", check.Message);
                Attribute(xml, "type", VerdictLabel.Word(check.Verdict));
                xml.WriteString(Body(check));
                xml.WriteEndElement();
                break;
            case Verdict.Inconclusive:
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", check.Message);
                xml.WriteEndElement();
                Output(xml, check);
                break;
            default:
                Output(xml, check);
                break;
        }

        xml.WriteEndElement();
    }

    /// <summary>A verdict, as the test case shows it: Fail is a failure, Inconclusive a skipped test.</summary>
    private static Verdict Outcome(Verdict verdict, JUnitOptions options) =>
        verdict switch
        {
            Verdict.Inconclusive => options.InconclusiveAs switch
            {
                InconclusiveOutcome.Failure => Verdict.Fail,
                InconclusiveOutcome.Pass => Verdict.Pass,
                _ => Verdict.Inconclusive,
            },
            _ => verdict,
        };

    private static void Totals(XmlWriter xml, IReadOnlyList<CheckResult> checks, JUnitOptions options)
    {
        Count("tests", checks.Count);
        Count("failures", checks.Count(check => Outcome(check.Verdict, options) == Verdict.Fail));
        Count("errors", 0);
        Count("skipped", checks.Count(check => Outcome(check.Verdict, options) == Verdict.Inconclusive));
        Count("time", 0);

        void Count(string name, int value) => Attribute(xml, name, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void Output(XmlWriter xml, CheckResult check)
    {
        xml.WriteStartElement("system-out");
        xml.WriteString(Body(check));
        xml.WriteEndElement();
    }

    /// <summary>The verdict in words, the details and the numbers; servers show it as it is, in lines.</summary>
    private static string Body(CheckResult check)
    {
        var lines = new List<string> { $"{VerdictLabel.Word(check.Verdict)}: {SafeText.OneLine(check.Message)}" };
        lines.AddRange(SafeText.Lines(check.Details));
        lines.AddRange(
            check.Measures.Select(measure =>
                $"{SafeText.OneLine(measure.Name)}: {ReportFormat.Number(measure.Value, 6)}"
            )
        );
        return string.Join('\n', lines);
    }

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        Attribute(xml, "name", name);
        Attribute(xml, "value", value);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, SafeText.OneLine(value));
}
