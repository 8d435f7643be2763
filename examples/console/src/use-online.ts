/**
 * Whether the browser has a network.
 */
import { useEffect, useRef, useState } from 'react';

/** @param onBack called each time that the network is back */
export function useOnline(onBack: () => void): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  const latest = useRef(onBack);
  latest.current = onBack;
  useEffect(() => {
    const change = () => {
      setOnline(navigator.onLine);
      if (navigator.onLine) latest.current();
    };
    window.addEventListener('online', change);
    window.addEventListener('offline', change);
    return () => {
      window.removeEventListener('online', change);
      window.removeEventListener('offline', change);
    };
  }, []);
  return isOnline;
}
