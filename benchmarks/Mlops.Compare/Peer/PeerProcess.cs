using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Mlops.Compare.Peer;

/// <summary>The system's Python with <c>peer.py</c>: one request a line, one answer a line.</summary>
/// <remarks>Debian's packages are for its own Python, so that no other is looked for.</remarks>
internal sealed class PeerProcess : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-compare-");
    private readonly Process? _process;

    public PeerProcess(CancellationToken cancellationToken)
    {
        if (!File.Exists(Python))
        {
            return;
        }

        _process = Process.Start(
            new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "Peer", "peer.py"), _folder.FullName])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        );
        Versions = Ask("versions", cancellationToken);
    }

    /// <summary>The peer's modules with their versions; empty when there are none.</summary>
    public string Versions { get; } = "";

    /// <summary>Whether all modules are there.</summary>
    public bool IsComplete =>
        Versions.Contains("scipy=", StringComparison.Ordinal)
        && Versions.Contains("sklearn=", StringComparison.Ordinal);

    /// <summary>Gives the peer its data, and has it load them.</summary>
    /// <returns>Empty when it is ready; otherwise why it isn't, in two or three words.</returns>
    public string Prepare(
        string operation,
        IReadOnlyList<(string Name, double[] Values)> arrays,
        CancellationToken cancellationToken
    )
    {
        if (_process is null)
        {
            return "not installed";
        }

        foreach (var (name, values) in arrays)
        {
            using var file = File.Create(Path.Combine(_folder.FullName, $"{name}.f64"));
            file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }

        var answer = Ask($"prepare {operation}", cancellationToken);
        return answer switch
        {
            "ready" => "",
            "unknown" => "has none",
            _ => "not installed",
        };
    }

    /// <summary>The milliseconds of each of so many calls.</summary>
    public double[] Time(int calls, CancellationToken cancellationToken) =>
        [
            .. Ask($"time {calls.ToString(CultureInfo.InvariantCulture)}", cancellationToken)
                .Split(' ')
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture)),
        ];

    /// <summary>The number that the prepared call gives.</summary>
    public double Value(CancellationToken cancellationToken) =>
        double.Parse(Ask("value", cancellationToken), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }

            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private string Ask(string request, CancellationToken cancellationToken)
    {
        _process!.StandardInput.WriteLine(request);
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().GetAwaiter().GetResult();
        return answer
            ?? throw new InvalidOperationException(
                $"The peer ended at '{request}'; what it said is on standard error."
            );
    }
}
