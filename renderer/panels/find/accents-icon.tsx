// The picture of “é counts as e”, which the picture library lacks.
export function AccentsIcon() {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M4 10h8a4 4 0 1 0-1.4 3" strokeWidth={1.5} strokeLinecap="round" />
      <path d="m8 3 2-2" strokeWidth={1.5} strokeLinecap="round" />
    </svg>
  );
}
